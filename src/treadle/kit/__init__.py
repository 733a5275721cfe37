"""Engines that know no domain: events, policy, jobs, clock, notices, files, search, registries. See README.md."""
