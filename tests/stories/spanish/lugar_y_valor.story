# name: otra cosa con su propio valor
home piso
at 19:00
say Lucía in salon "pon la lámpara de pie al 60 %"
expect command light.pie brightness 60%
expect outcome done light.pie
say Lucía in salon "y la de lectura solo al treinta"
expect command light.lectura brightness 30%
