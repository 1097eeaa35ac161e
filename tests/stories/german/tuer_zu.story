# name: ist die Tür zu
home haus
at 18:00
say Anna "ist die Terrassentür zu?"
expect said /^Ja/
binary_sensor.terrassentuer contact open
say Anna "ist die Terrassentür noch auf"
expect said /^Ja/
say Anna "ist die Terrassentür zu"
expect said /^Nein/
