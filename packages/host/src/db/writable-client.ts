import pg from 'pg';

/** The server at the other end takes no writes: a replica, or a primary that was told to stop being one. */
export class ReadOnlyServer extends Error {
  override readonly name = 'ReadOnlyServer';

  constructor() {
    super('The database server only reads; another one is the primary now');
  }
}

const TELLING = new Set(['in_hot_standby', 'default_transaction_read_only']);

/**
 * A connection that ends itself as soon as its server says that it only reads. After a failover the way to the database
 * leads to the new primary, but a connection opened before may still end at the old one and would go on answering from it.
 */
export class WritableClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // The server reports both settings when a connection begins and whenever they change.
    this.connection.on(
      'parameterStatus',
      (told: { readonly parameterName: string; readonly parameterValue: string }) => {
        if (!TELLING.has(told.parameterName) || told.parameterValue !== 'on') return;
        // The news arrives behind the rows of an answer: said before the answer ends, nobody gets to see them.
        this.connection.emit('error', new ReadOnlyServer());
        this.connection.stream.destroy();
      },
    );
  }
}
