"""``treadle check``: settings, database, files and data, in words."""

from django.conf import settings
from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def check() -> int:
    """Print what is wrong; 0 when nothing is."""
    faults = [str(message) for message in checks.run_checks(include_deployment_checks=settings.SECURE) if message.level >= checks.WARNING]
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        faults.append("The database is not up to date: start treadle run, or treadle manage migrate.")
    else:
        faults += _data_faults()
    if not settings.MAIL_URL:
        print(f"note: no mail server is set (TREADLE_MAIL_URL); mail is written to {settings.DATA / 'mail'}")
    for fault in faults:
        print(f"fault: {fault}")
    print("All is well." if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


def _data_faults() -> list[str]:
    from treadle.kit import jobs
    from treadle.kit.models import StoredFile
    from treadle.nomenclature import shipped

    faults = []
    if not shipped.is_loaded():
        faults.append("The nomenclature is not loaded: start treadle run.")
    missing = [stored.name for stored in StoredFile.objects.all() if not stored.content.storage.exists(str(stored.content.name))]
    faults += [f"The file {name} is on record but not in the folder of files." for name in missing[:10]]
    failed = jobs.failed_for_good()
    if failed:
        faults.append(f"{failed} jobs have failed for good; see treadle manage shell, DBTaskResult.objects.failed().")
    return faults
