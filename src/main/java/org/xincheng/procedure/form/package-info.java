/** How a form in Tasklist reads its facts from the store and hands its entries to it, so that neither stays in the engine. */
package org.xincheng.procedure.form;
