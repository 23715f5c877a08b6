/** The register of experts as pages: staff who work on cases read it, supervisors and administrators keep it. */
package org.xincheng.supervision.expert;
