# name: which alarms are set
home porch_house
at 2026-03-02 20:00
say anna "which alarms are set"
expect said "No alarm is set."
say anna "wake me tomorrow at 7 am"
say anna "wake me every saturday at 9 am"
say anna "which alarms are set"
expect said /An alarm rings at seven tomorrow morning. An alarm rings every Saturday at nine in the morning/
