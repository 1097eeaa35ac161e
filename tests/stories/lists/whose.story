# name: guests add to a list, whoever lives there takes off it
home porch_house
at 2026-03-02 18:00
say anna "add milk to the shopping list"
say greta "add bread to the shopping list"
expect item "bread"
say greta "check off milk from the shopping list"
expect decline "That is not yours to change."
expect item "milk"
say tim "check off milk from the shopping list"
expect no item "milk"
say greta "check off bread from the shopping list"
expect no item "bread"
