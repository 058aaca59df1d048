@NullMarked
package app.novelo.media.internal;

import org.jspecify.annotations.NullMarked;
