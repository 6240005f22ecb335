"""Programs for those who work on CSI Dispatch. Nothing here runs in service."""
