# name: un aviso en todas las demás habitaciones, palabra por palabra
home casa_blanca
at 2026-03-02 18:00
say Lucía in cocina "di a todos que la cena está lista"
expect said "la cena está lista" in salon
expect said "la cena está lista" in ninos
expect said "Lo he dicho en 2 habitaciones." in cocina
