/** Consents: who agreed to what, how, and until when. Without one in force nothing that needs one is done. */
package org.xincheng.credit.privacy;
