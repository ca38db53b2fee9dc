package dev.understudy.fault;

/** What a scenario file says about one fault; each kind of fault has a record of its own. */
public interface FaultSpec {}
