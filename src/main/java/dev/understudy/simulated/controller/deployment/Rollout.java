package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One look at a Deployment.
 *
 * @param deployment the object as last read or written
 * @param spec what it asks for
 * @param sets what it has
 */
record Rollout(ObjectNode deployment, DeploymentSpec spec, OwnedSets sets) {}
