/**
 * The gate before the engine: reads every model that a person deploys and refuses what could run code, reach a foreign part
 * of the application or break a running conversation. {@code docs/security.md} has its rules for designers.
 */
@NullMarked
package app.novelo.engine.internal.gate;

import org.jspecify.annotations.NullMarked;
