package dev.understudy.roster;

/** How much the business suffers without a service. */
public enum Criticality {
    LOW,
    MEDIUM,
    HIGH
}
