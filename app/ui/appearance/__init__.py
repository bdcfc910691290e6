"""How it looks: palettes, fonts, icons, the style sheet, and the zoom."""
