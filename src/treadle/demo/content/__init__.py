"""What the demonstration's organisations say, by region; invented, in their own languages."""
