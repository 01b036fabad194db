"""Print: documents from the same templates as the pages, set as accessible and archivable PDF."""
