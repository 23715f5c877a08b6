/** Where a case stands in the models: its tokens, and the drawing of the model with them. */
package org.xincheng.procedure.diagram;
