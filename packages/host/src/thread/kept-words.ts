/** What is said to a kept thread: a task, or the reply to a question it had about one. */
export type ToThread =
  | { readonly task: number; readonly of: unknown }
  | { readonly reply: number; readonly of: unknown };

/** What a kept thread says: a task's outcome or fault, or a question about a task. */
export type FromThread =
  | { readonly done: number; readonly of: unknown }
  | { readonly fault: number; readonly name: string; readonly message: string }
  | { readonly question: number; readonly task: number; readonly of: unknown };
