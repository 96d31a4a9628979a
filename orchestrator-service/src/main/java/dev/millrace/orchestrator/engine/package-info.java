/**
 * The engine: what an input does to an execution, as a pure function. No Kafka, no SQL, no clock, no chance; the build
 * enforces it.
 *
 * <p>The way of an input: {@link dev.millrace.orchestrator.engine.Engine} lays a draft over the state, {@code Inputs} takes the
 * input in unless it is late or a repeat, {@code Flow} runs nodes until none can run or the turn is over, and the draft becomes
 * {@link dev.millrace.orchestrator.engine.state.Changes} and effects. The host writes the changes, applies them to its state and
 * performs the effects.
 *
 * <p>Node types that run inside the engine are in {@link dev.millrace.orchestrator.engine.node}: a new one is a class with its
 * descriptor and behaviour, and a line in {@code ControlNodes}. A behaviour only reads; what it wants to happen it tells by a
 * {@link dev.millrace.orchestrator.engine.node.Move}, so that envelopes, limits, timers and cancelling are in one place for all.
 */
package dev.millrace.orchestrator.engine;
