# name: menos calor, más calor, a un grado exacto
home piso
at 20:00
say Lucía in salon "baja un poco la calefacción"
expect command climate.calefaccion target_temperature 19
after 1m
say Lucía in salon "calefacción a 21 grados"
expect command climate.calefaccion target_temperature 21
after 1m
say Lucía in salon "tengo frío"
expect command climate.calefaccion target_temperature 22
after 1m
say Lucía in salon "baja la calefacción en dos grados"
expect command climate.calefaccion target_temperature 20
