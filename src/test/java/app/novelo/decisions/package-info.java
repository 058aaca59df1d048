/** Every decision table, rule by rule, on a bare decision engine: examples in CSV, one table a file. */
@NullMarked
package app.novelo.decisions;

import org.jspecify.annotations.NullMarked;
