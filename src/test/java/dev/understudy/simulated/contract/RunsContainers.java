package dev.understudy.simulated.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A behaviour of kubelets: skipped on a real cluster whose nodes run no containers, such as a bare API server. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface RunsContainers {}
