"""Scans and photos, read offline.

`read_image` reads a picture file as a contract, `recognise` one page's pixels for the PDF reader, and `page_images`
gives the pictures the boxes of an image file's places lie on. Nothing is fetched: the models come with rapidocr's
wheel (PP-OCRv6, Apache-2.0), and the engine is given their paths.
"""

from extractors.ocr.images import PageImage, page_images
from extractors.ocr.reader import read_image
from extractors.ocr.recognition import recognise
from extractors.ocr.sheet import Sheet

__all__ = ["PageImage", "Sheet", "page_images", "read_image", "recognise"]
