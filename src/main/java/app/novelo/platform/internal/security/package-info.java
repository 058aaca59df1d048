/** Who may pass which door: authentication, the rule of every route, headers, the size of bodies. */
@NullMarked
package app.novelo.platform.internal.security;

import org.jspecify.annotations.NullMarked;
