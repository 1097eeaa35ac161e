# name: what is told to others is not done
home talk_house
at 2026-03-02 20:00
say ben in living_room "broadcast turn off the floor lamp"
expect said "turn off the floor lamp" in kitchen
expect no command within 5s
