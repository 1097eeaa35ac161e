# name: das Wetter, soweit ein Fühler draußen es weiß
home haus
at 2026-03-02 12:00
say Anna "wie ist das Wetter"
expect said "Den Himmel sehe ich nicht, aber draußen sind es 8,5 Grad."
say Anna "wie warm ist es draußen"
expect said "Draußen sind es 8,5 Grad."
say Anna "regnet es morgen"
expect said /Eine Vorhersage habe ich nicht/
