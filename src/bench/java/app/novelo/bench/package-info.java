/**
 * Benchmarks and drills. The application under test is the packaged jar in a process of its own, the load comes from here,
 * WhatsApp is {@link app.novelo.bench.GraphStandIn}, and what is asserted is read from the database and the stand-in.
 *
 * <p>Quotes CPU-milliseconds per message, ratios within one run, and counts of what was lost or doubled; wall-clock rates
 * depend on the machine. {@code src/bench/run} runs it.
 */
package app.novelo.bench;
