### The antibiotic of the bundle.

care-adequate = Does the antibiotic cover what is suspected?
care-adequate-hint = Whoever gives it judges, by the protocol of their hospital. If not, the step stays open.
bundle-doubt-antibiotic_inadequate = the recorded antibiotic does not cover what is suspected
