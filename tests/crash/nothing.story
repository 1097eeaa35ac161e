# name: nothing happens
home flat
