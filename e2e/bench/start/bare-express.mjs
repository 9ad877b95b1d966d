// The ceiling of the start benchmark: the smallest Express process that answers /readyz.
import express from 'express';

express()
  .get('/readyz', (_request, response) => response.json({ status: 'ok' }))
  .listen(Number(process.env.PORT), '127.0.0.1');
