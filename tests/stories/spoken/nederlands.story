# name: a language of which Hearth has no words is answered in the package's
home huis
at 19:00
say Sanne "doe de keukenlamp aan"
expect command light.keuken on_off on
expect said "Aangezet"
say Sanne "hoe laat is het"
expect said "Het is 19:00"
