package dev.understudy.simulated.controller.autoscaler;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one metric asks for.
 *
 * @param replicas how many there should be
 * @param name what the metric is called in reasons, such as {@code cpu resource utilization (percentage of request)}
 * @param status what was measured, as the status shows it
 */
record MetricProposal(int replicas, String name, ObjectNode status) {}
