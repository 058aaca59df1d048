package app.novelo.platform.internal.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir the folder that holds everything Novelo must not lose: the embedded database, passwords, media. A text,
 *     because Spring would look for a relative {@code Path} on the classpath first
 */
@ConfigurationProperties("novelo")
record DataFolderSettings(@DefaultValue("./data") String dataDir) {}
