/** The inside of the module. */
@NullMarked
package app.novelo.conversation.internal;

import org.jspecify.annotations.NullMarked;
