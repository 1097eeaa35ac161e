# name: a lamp that gave little light when it was last lit is lit no brighter by "dim"
home family_house
at 20:00
say tim in nursery "dim the night light"
expect command light.nursery brightness 10%
