"""Charts as pictures: PNG drawn with Pillow, in fonts that come with them."""
