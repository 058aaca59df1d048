package app.novelo.media.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The store of files.
 *
 * @param keepFree room that files leave on the disk: the embedded database may live there
 */
@ConfigurationProperties("novelo.media")
record MediaSettings(@DefaultValue("512MB") DataSize keepFree) {}
