# name: gute Nacht und danke
home haus
at 23:00
say Anna in kueche "gute Nacht"
expect said "Gute Nacht."
say Anna in kueche "danke"
expect said "Gern."
