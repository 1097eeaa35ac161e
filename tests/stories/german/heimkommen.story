# name: wenn ich nach Hause komme
home reihenhaus
at 2026-03-02 18:00
say Mia "Wenn ich nach Hause komme, schalte das Verandalicht ein"
expect said "Wenn du nach Hause kommst, werde ich das Verandalicht einschalten."
expect no command within 10m
person.mia presence off
expect no command within 10m
person.mia presence on
expect command light.veranda on_off on
expect no promise errand
