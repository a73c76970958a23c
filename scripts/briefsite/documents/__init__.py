"""The site as documents: PDF, EPUB and DOCX, made from the resolved tree by pandoc and Typst."""
