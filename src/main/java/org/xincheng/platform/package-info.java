/**
 * What the application runs on: the engine's configuration, the embedded database, the deployment of the models, the
 * clock, the security of the process, and the demo.
 */
package org.xincheng.platform;
