/** Pages of personal data: consents of a subject, and the redaction of persons whose data is kept no longer. */
package org.xincheng.supervision.privacy;
