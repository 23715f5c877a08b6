package org.xincheng.platform.layers;

import java.util.Optional;

/**
 * One layer of protection, as the self-check at the start sees it. A layer looks at what is really in place (the running engine's
 * settings, the registered filter, the rights in the database), never at its own intention.
 */
public interface SecurityLayer {

    /** A short key, e.g. {@code engine.scripts}; the tests and SECURITY.md name the layer by it. */
    String key();

    /** What it keeps out, in Chinese, for the list printed at the start. */
    String zh();

    /** What is missing, in one sentence in English and Chinese; empty where the layer holds. */
    Optional<String> gap();
}
