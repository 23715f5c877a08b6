package planted.procedureslookdown.procedure;

import planted.procedureslookdown.platform.engine.Settings;

/** Planted: a delegate that depends on configuration. */
class DelegateThatAsksThePlatform {
    Settings settings;
}
