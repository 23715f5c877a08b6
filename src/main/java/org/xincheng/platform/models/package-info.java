/** Deploys the models and forms, as one set, before the application answers requests. */
package org.xincheng.platform.models;
