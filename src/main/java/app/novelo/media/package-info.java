/**
 * Files: where they are kept, what they really are, how they are called, small pictures of them, voice notes. Knows no
 * message and no channel; whoever owns a file knows it by id.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"platform"})
@NullMarked
package app.novelo.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
